import { handInAgain, handInReview } from "@/lib/observe/reviews/hand-in";
import { againInput, handInInput } from "@/lib/observe/reviews/input";
import { parseWork } from "@/lib/observe/reviews/parse-work";
import { jsonRoute } from "@/lib/server/json-route";

/** A piece of work with its file, handed in for the first time. */
export const POST = jsonRoute(async (viewer, request) => handInReview(viewer, await parseWork(request, handInInput)));

/** The same work again, after changes. */
export const PUT = jsonRoute(async (viewer, request) => {
  await handInAgain(viewer, await parseWork(request, againInput));
  return {};
});
