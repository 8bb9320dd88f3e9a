import { findPeers } from "@/lib/observe/reviews/read-peers";
import { jsonRoute } from "@/lib/server/json-route";

export const GET = jsonRoute((viewer, request) => {
  const words = new URL(request.url).searchParams.get("q") ?? "";
  return findPeers(viewer, words.slice(0, 100));
});
