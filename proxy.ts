import { type NextRequest, NextResponse } from "next/server";

/** Tells pages where they are, so that signing in leads back there. Not an access check: each page and command makes its own. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("x-throughline-path", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!api/|_next/|sign-in|icon|favicon).*)"] };
