/** A share as the checks write it: 4.2%. */
export function shareText(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
