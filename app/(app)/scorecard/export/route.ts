import { judgeGuardrails } from "@/lib/marks/guardrails/judge-guardrails";
import { readMarks } from "@/lib/marks/read-marks";
import { parseRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import { scorecardCsv } from "@/lib/scorecard/scorecard-csv";
import { attachment } from "@/lib/server/attachment";
import { toPublicError } from "@/lib/server/public-error";
import { requireViewer } from "@/lib/server/session";

/** The scorecard of an address as a file, from the same read model as the page. */
export async function GET(request: Request): Promise<Response> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const asked = parseRequest(parameters);
  const notFound = new Response("There is no such scorecard.", { status: 404 });
  if (!asked) return notFound;
  try {
    const viewer = await requireViewer();
    const [scorecard, { guardrails }] = await Promise.all([
      readScorecard(viewer, asked),
      readMarks(viewer, asked.scope),
    ]);
    if (scorecard?.kind !== "shown") return notFound;
    const metric = parameters.metric ?? null;
    const tiles = [...scorecard.categories.flatMap((category) => category.tiles), ...scorecard.activity];
    if (metric && !tiles.some((tile) => tile.metric.id === metric)) return notFound;
    const name = `scorecard-${scorecard.header.period.name}${metric ? `-${metric.replace(/\W+/g, "-")}` : ""}.csv`;
    return new Response(scorecardCsv(scorecard, { metricId: metric, judged: judgeGuardrails(guardrails, tiles) }), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": attachment(name),
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const shown = toPublicError(error);
    const status = {
      unauthenticated: 401,
      forbidden: 403,
      "not-found": 404,
      "invalid-input": 400,
      conflict: 409,
      unexpected: 500,
    };
    return new Response(shown.message, { status: status[shown.code] });
  }
}
