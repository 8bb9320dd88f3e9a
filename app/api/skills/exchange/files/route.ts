import { fileRoute } from "@/lib/intake/jobs/file-route";
import { receiveTaxonomyFile } from "@/lib/skills/exchange/receive-file";

/** One file of a framework. */
export const POST = fileRoute(receiveTaxonomyFile);
