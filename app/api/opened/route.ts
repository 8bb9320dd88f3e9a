import { parseJson } from "@/lib/observe/parse-json";
import { jsonRoute } from "@/lib/server/json-route";
import { countOpening } from "@/lib/usage/count-opening";
import { openedInput } from "@/lib/usage/input";

/** A page was opened. Nobody waits for the answer. */
export const POST = jsonRoute(async (viewer, request) => {
  const { path } = await parseJson(request, openedInput);
  await countOpening(viewer, path);
  return {};
});
