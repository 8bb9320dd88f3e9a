import { sendFile } from "./send-file";

/** How far sending is: the file being sent, and the share of all bytes that are sent. */
export type Sending = { name: string; share: number };

type InTurn = {
  to: Parameters<typeof sendFile>[0]["to"];
  files: readonly { name: string; file: File }[];
  signal: AbortSignal;
  onSending: (sending: Sending) => void;
  /** After each file, with the upload it became part of. */
  onSent?: (uploadId: string) => void;
};

/** Sends files one after the other as one upload, whose id it gives. Rejects with a sentence for the user. */
export async function sendInTurn({ to, files, signal, onSending, onSent }: InTurn): Promise<string> {
  const all = files.reduce((sum, { file }) => sum + file.size, 0) || 1;
  let sent = 0;
  let upload: string | null = null;
  for (const { name, file } of files) {
    const onProgress = (bytes: number) => onSending({ name, share: Math.min(1, (sent + bytes) / all) });
    onProgress(0);
    const { uploadId }: { uploadId: string } = await sendFile({ to, uploadId: upload, name, file, onProgress, signal });
    upload = uploadId;
    onSent?.(uploadId);
    sent += file.size;
  }
  if (!upload) throw new Error("There is nothing to send.");
  return upload;
}
