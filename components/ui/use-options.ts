import { type KeyboardEvent, useId, useState } from "react";

export type Option = { key: string; label: string; hint: string | null };

type Options<One> = {
  options: readonly One[];
  onTake(option: One): void;
  isOpen?: boolean;
  /** While what is listed may not be what was typed for, Enter takes nothing. */
  isSettled?: boolean;
};

/** A text field over a list: arrows move, Enter takes, as the ARIA pattern for a combobox has it. */
export function useOptions<One extends Option>({ options, onTake, isOpen = true, isSettled = true }: Options<One>) {
  const id = useId();
  const [active, setActive] = useState(0);
  const current = isSettled ? Math.min(active, options.length - 1) : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      const next = (Math.max(0, current) + step + options.length) % options.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      const option = options[current];
      if (option) onTake(option);
    }
  };
  return {
    /** What the text field spreads onto itself. */
    field: {
      type: "text",
      role: "combobox",
      "aria-expanded": isOpen,
      "aria-controls": isOpen ? id : undefined,
      "aria-activedescendant": isOpen && current >= 0 ? `${id}-${current}` : undefined,
      "aria-autocomplete": "list",
      autoComplete: "off",
      onKeyDown,
    },
    /** What the list beneath is drawn from. */
    list: { id, options, current, setActive, onTake },
    /** The first option is the one Enter takes. */
    restart: () => setActive(0),
  } as const;
}

export type OptionsOf<One> = {
  id: string;
  options: readonly One[];
  current: number;
  setActive(at: number): void;
  onTake(option: One): void;
};
