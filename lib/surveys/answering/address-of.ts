import "server-only";
import { headers } from "next/headers";

/** Where a request comes from, as the proxy before the app says. */
export async function addressOf(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
}
