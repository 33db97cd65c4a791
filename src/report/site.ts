const urlHost = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu;

/** Characters of a site's name; a host has 253 at most, and a folder that deep is told by both its ends. */
const longestSite = 300;

/**
 * Site that a source belongs to: the host of an address, else the folder of a path. At most
 * `longestSite` characters, whatever an address or path is made of.
 */
export function siteOf(source: string): string {
  const host = urlHost.exec(source)?.[1];
  if (host !== undefined) return bounded(host.toLowerCase().replace(/^www\./u, ''));
  return bounded(source.slice(0, source.lastIndexOf('/') + 1));
}

function bounded(site: string): string {
  if (site.length <= longestSite) return site;
  const half = longestSite / 2;
  return `${site.slice(0, half - 1).toWellFormed()}…${site.slice(-half).toWellFormed()}`;
}
