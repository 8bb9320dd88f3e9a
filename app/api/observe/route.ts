import { requireSameOrigin } from "@/lib/intake/jobs/require-same-origin";
import { parseObservation } from "@/lib/observe/parse-observation";
import { recordObservation } from "@/lib/observe/record";
import { jsonRoute } from "@/lib/server/json-route";

/** One observation from the queue of a phone, with its picture. Sending it again is harmless. */
export const POST = jsonRoute(async (viewer, request) => {
  requireSameOrigin(request);
  return recordObservation(viewer, await parseObservation(request));
});
