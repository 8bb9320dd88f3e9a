type Sending = {
  /** The route that takes files: see `fileRoute`. */
  to: "/api/imports" | "/api/skills/exchange/files";
  uploadId: string | null;
  name: string;
  file: File;
  onProgress: (bytesSent: number) => void;
  signal: AbortSignal;
};

const lost = "The connection was lost while sending. Nothing of this file was kept; send it again.";

/**
 * Sends one file, the first of an upload with `uploadId` null. XMLHttpRequest, because fetch does not say how much has been sent.
 * Rejects with a sentence for the user.
 */
export function sendFile({ to, uploadId, name, file, onProgress, signal }: Sending): Promise<{ uploadId: string }> {
  const address = new URLSearchParams({ name, ...(uploadId ? { upload: uploadId } : {}) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${to}?${address}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      if (request.status === 200) resolve(request.response);
      else reject(new Error(request.response?.error?.message ?? lost));
    };
    request.onerror = () => reject(new Error(lost));
    request.onabort = () => reject(new Error("Sending was stopped."));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
