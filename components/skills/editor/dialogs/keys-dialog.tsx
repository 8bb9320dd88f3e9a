"use client";
import { commands, movingKeys } from "@/components/skills/editor/commands";
import { DialogWindow } from "@/components/ui/dialog-window";

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const isMac = navigator.platform.startsWith("Mac");
  const rows = [
    ...movingKeys,
    ...commands.map(({ label, keys }) => [label, keys.replace("Mod", isMac ? "Command" : "Ctrl")] as const),
  ];
  return (
    <DialogWindow
      title="Keys"
      description="They work while the tree has the focus. Tab leaves the tree, as everywhere. Each has a button above the tree as well."
      open
      onOpenChange={onClose}
    >
      <table className="w-full text-table">
        <caption className="sr-only">Keys of the editor</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">What it does</th>
            <th scope="col">Key</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, keys]) => (
            <tr key={label} className="border-b border-rule">
              <th scope="row" className="py-1 text-left font-normal">
                {label}
              </th>
              <td className="py-1 text-right whitespace-nowrap">
                <kbd className="font-sans text-ink-2">{keys}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DialogWindow>
  );
}
