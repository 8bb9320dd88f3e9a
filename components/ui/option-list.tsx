import { classNames } from "./class-names";
import type { Option, OptionsOf } from "./use-options";

type OptionListProps<One> = { label: string; list: OptionsOf<One>; className?: string };

/** The list of `useOptions`. The focus stays in the text field, also when an option is pressed. */
export function OptionList<One extends Option>({ label, list, className }: OptionListProps<One>) {
  const { id, options, current, setActive, onTake } = list;
  return (
    <div id={id} role="listbox" aria-label={label} className={classNames("overflow-y-auto", className)}>
      {options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the text field, which names the active option
        <div
          key={option.key}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === current}
          className={classNames("target cursor-pointer px-2 py-1.5", at === current && "bg-paper-2")}
          onMouseMove={() => setActive(at)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          <span className="block font-medium">{option.label}</span>
          {option.hint ? <span className="block text-caption text-ink-3">{option.hint}</span> : null}
        </div>
      ))}
    </div>
  );
}
