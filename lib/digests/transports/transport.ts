import type { Digest } from "@/lib/digests/digest";

/** A digest as it is handed over: what it says, to whom, and where its links lead. */
export type Message = {
  sendId: string;
  digest: Digest;
  to: { name: string; email: string };
  /** The address behind an item or section, of this sending. */
  link: (href: string) => string;
};

export type Transport = (message: Message) => Promise<void>;

/**
 * A message that did not go out. `taken` is true where the other side may have it nevertheless, because the connection broke after it was handed
 * over: then it is not sent again. The words are for whoever set the digest up and hold no address and no secret.
 */
export class NotSent extends Error {
  override readonly name = "NotSent";
  constructor(
    message: string,
    readonly taken: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
