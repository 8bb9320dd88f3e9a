import "server-only";
import { seal, unseal } from "@/lib/server/sealed";

const purpose = "webhook of a digest";

/** The address of a webhook as it is stored: whoever knows it can write to the channel. */
export const sealWebhook = (orgId: string, address: string): string => seal(address, { orgId, purpose });

/** The address again; null where this server's key is not the one it was sealed with. */
export const openWebhook = (orgId: string, sealed: string): string | null => unseal(sealed, { orgId, purpose });

/** What is told of one that does not open. */
export const sealedElsewhere =
  "The webhook's address was kept under another key than this server has. Paste the address again";
