/** The content-disposition that saves a file under this name; what a header cannot hold or a file name should not is a dash. */
export function attachment(name: string): string {
  return `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
