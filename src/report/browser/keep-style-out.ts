import { Svg } from 'chartist';

/**
 * The page's policy allows no style attributes, and the library gives its elements some. Here they
 * become properties of the elements, which the policy leaves to the page's own script.
 */
export function keepStyleOutOfMarkup(): void {
  const attr = Reflect.get(Svg.prototype, 'attr') as (...given: readonly unknown[]) => unknown;
  Svg.prototype.attr = function (this: Svg, attributes: unknown, namespace?: string): never {
    if (typeof attributes !== 'object' || attributes === null || !('style' in attributes))
      return Reflect.apply(attr, this, [attributes, namespace]) as never;
    const { style, ...others } = attributes;
    this.getNode<SVGElement>().style.cssText = String(style);
    return Reflect.apply(attr, this, [others]) as never;
  };
}
