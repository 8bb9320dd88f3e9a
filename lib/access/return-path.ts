/** Where to go after signing in: a path of this site and nothing else, or the front page. */
export function returnPath(from: string | readonly string[] | undefined): string {
  if (typeof from !== "string" || !/^\/(?![/\\])/.test(from)) return "/";
  const url = new URL(from, "http://here.invalid");
  return url.host === "here.invalid" ? url.pathname + url.search + url.hash : "/";
}
