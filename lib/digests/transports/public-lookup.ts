import "server-only";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

export class PrivateAddress extends Error {}

/**
 * Looks up a host for a connection and refuses one of whose addresses any is not public. As it is the connection's own look-up, what was looked
 * at is what is called, whatever the name leads to a moment later.
 */
export const publicLookup: LookupFunction = (hostname, options, done) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address)))
      return done(new PrivateAddress(`${hostname} leads into a private network`), []);
    if (options.all) return done(null, addresses);
    const [first] = addresses;
    done(null, first?.address ?? "", first?.family);
  });
