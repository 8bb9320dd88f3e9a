import { logCsvHeader, logCsvRows } from "@/components/decisions/log-csv";
import { logFilter } from "@/lib/decisions/log-filter";
import { readWholeLog } from "@/lib/decisions/read-log";
import { csvStream } from "@/lib/server/csv-stream";
import { fileRoute } from "@/lib/server/file-route";
import { viewerFormats } from "@/lib/server/viewer-formats";

/** The log of decisions as a file: all that fits the address. */
export const GET = fileRoute(async (viewer, request) => {
  const filter = logFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return {
    name: "decisions.csv",
    type: "text/csv; charset=utf-8",
    body: await csvStream(logCsvHeader, logCsvRows(readWholeLog(viewer, filter), await viewerFormats())),
  };
});
