"use client";
import dynamic from "next/dynamic";
import { mergeable } from "./mergeable";
import { useSession } from "./session-context";
import type { useRoom } from "./use-room";

const KeysDialog = dynamic(() => import("./dialogs/keys-dialog").then((loaded) => loaded.KeysDialog), { ssr: false });
const BulkDialog = dynamic(() => import("./dialogs/bulk-dialog").then((loaded) => loaded.BulkDialog), { ssr: false });
const MergeDialog = dynamic(() => import("./dialogs/merge-dialog").then((loaded) => loaded.MergeDialog), {
  ssr: false,
});
const RemoveDialog = dynamic(() => import("./dialogs/remove-dialog").then((loaded) => loaded.RemoveDialog), {
  ssr: false,
});
const SplitDialog = dynamic(() => import("./dialogs/split-dialog").then((loaded) => loaded.SplitDialog), {
  ssr: false,
});

/** The dialog that is open, if one is. */
export function OpenedDialog({ room }: { room: ReturnType<typeof useRoom> }) {
  const { view } = useSession();
  const { dialog, setDialog, row } = room;
  const close = () => {
    setDialog(null);
    view.setMarked([]);
    view.go(view.active());
  };
  if (dialog === "help") return <KeysDialog onClose={close} />;
  if (dialog === "remove") return <RemoveDialog rows={room.meant().filter((one) => "node" in one)} onClose={close} />;
  if (dialog === "merge") return <MergeDialog rows={mergeable(room.meant())} onClose={close} />;
  if (dialog === "bulk") return <BulkDialog rows={room.meant()} onClose={close} />;
  if (dialog === "split" && row?.kind === "skill") return <SplitDialog skill={row.node} onClose={close} />;
  return null;
}
