import { DomainError } from "@/lib/errors";

/**
 * A page elsewhere may not send anything in the name of whoever is signed in here. Browsers name the page that asks; where they do
 * not, nothing is accepted. (Server actions have this check from Next.)
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (origin && host && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new DomainError("forbidden", "This must be sent from a page of this app");
}
