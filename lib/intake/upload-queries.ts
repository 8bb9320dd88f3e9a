import { queryOptions } from "@tanstack/react-query";
import type { Upload } from "./read-upload";

export const isUnderWay = ({ status }: Pick<Upload, "status">) => status === "checking" || status === "importing";

export async function fetchUpload(uploadId: string, signal: AbortSignal): Promise<Upload> {
  const response = await fetch(`/api/imports/${uploadId}`, { signal });
  if (!response.ok) throw new Error(`The import answered ${response.status}`);
  return response.json();
}

/** An upload on its way, asked for again every second until the step it is in has ended. */
export const uploadQuery = (uploadId: string) =>
  queryOptions({
    queryKey: ["upload", uploadId],
    queryFn: ({ signal }) => fetchUpload(uploadId, signal),
    staleTime: 500,
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : 1_000),
  });
