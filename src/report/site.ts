const urlHost = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu;

/** Site that a source belongs to: the host of an address, else the folder of a path. */
export function siteOf(source: string): string {
  const host = urlHost.exec(source)?.[1];
  if (host !== undefined) return host.toLowerCase().replace(/^www\./u, '');
  return source.slice(0, source.lastIndexOf('/') + 1);
}
