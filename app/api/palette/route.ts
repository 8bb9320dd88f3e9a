import { readPalette } from "@/lib/governance/read-palette";
import { jsonRoute } from "@/lib/server/json-route";

export const GET = jsonRoute(async (viewer, request) => {
  const words = new URL(request.url).searchParams.get("q") ?? "";
  return { items: await readPalette(viewer, words.slice(0, 100)) };
});
