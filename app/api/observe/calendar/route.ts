import { readRoundCalendar } from "@/lib/observe/calendar/read-round-calendar";
import { fileRoute } from "@/lib/server/file-route";

/** The rounds of observation for one's own calendar, which reminds where no page is open. */
export const GET = fileRoute(async (viewer, request) => ({
  name: "observation-rounds.ics",
  type: "text/calendar; charset=utf-8",
  body: await readRoundCalendar(viewer, new URL("/team/observe", addressOf(request))),
}));

/** As the reader's browser knows this server, also behind a proxy. */
function addressOf(request: Request): string {
  const { protocol, host } = new URL(request.url);
  const forwarded = request.headers.get("x-forwarded-proto");
  return `${forwarded === "https" ? "https:" : protocol}//${request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? host}`;
}
