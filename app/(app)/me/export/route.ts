import { ownExportCsv } from "@/lib/governance/own-export-csv";
import { readOwnExport } from "@/lib/governance/read-own-export";
import { fileRoute } from "@/lib/server/file-route";

/** Everything stored about whoever asks, as JSON or (`?as=csv`) as a table. */
export const GET = fileRoute(async (viewer, request) => {
  const data = await readOwnExport(viewer, null);
  const name = `my-data-${data.madeAt.slice(0, 10)}`;
  return new URL(request.url).searchParams.get("as") === "csv"
    ? { name: `${name}.csv`, type: "text/csv; charset=utf-8", body: ownExportCsv(data) }
    : { name: `${name}.json`, type: "application/json", body: JSON.stringify(data, null, 2) };
});
