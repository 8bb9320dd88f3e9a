import { undoInput } from "@/lib/observe/input";
import { parseJson } from "@/lib/observe/parse-json";
import { undoObservation } from "@/lib/observe/undo";
import { jsonRoute } from "@/lib/server/json-route";

/** Takes back what the queue of a phone sent, or is still to send. */
export const POST = jsonRoute(async (viewer, request) => {
  await undoObservation(viewer, await parseJson(request, undoInput));
  return {};
});
