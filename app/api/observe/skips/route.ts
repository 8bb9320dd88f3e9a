import { skipInput, undoSkipInput } from "@/lib/observe/input";
import { parseJson } from "@/lib/observe/parse-json";
import { skipObservation, undoSkip } from "@/lib/observe/skip";
import { jsonRoute } from "@/lib/server/json-route";

/** "I could not see it", from the queue of a phone. */
export const POST = jsonRoute(async (viewer, request) => {
  await skipObservation(viewer, await parseJson(request, skipInput));
  return {};
});

export const DELETE = jsonRoute(async (viewer, request) => {
  await undoSkip(viewer, await parseJson(request, undoSkipInput));
  return {};
});
