import { z } from "zod";
import { socketAddressHeader } from "./socket-address-header";

/** How many proxies of one's own stand before the app; each has added the address it was asked from to `x-forwarded-for`. */
const proxies = z.coerce.number().int().min(0).max(10).catch(0);

/**
 * Where a request comes from, for limits by address: the entry of `x-forwarded-for` the outermost of `TRUSTED_PROXIES` has written, since everything
 * before it may be made up by whoever asks; without proxies the other end of the connection.
 */
export function clientAddress(header: (name: string) => string | null | undefined): string {
  const trusted = proxies.parse(process.env.TRUSTED_PROXIES);
  const forwarded = (header("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const socket = header(socketAddressHeader);
  const told = trusted === 0 ? socket || forwarded.at(-1) : forwarded.at(-Math.min(trusted, forwarded.length));
  return told || "unknown";
}
