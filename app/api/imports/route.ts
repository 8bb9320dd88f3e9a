import { fileRoute } from "@/lib/intake/jobs/file-route";
import { receiveFile } from "@/lib/intake/jobs/receive-file";

/** One file of an import. */
export const POST = fileRoute(receiveFile);
