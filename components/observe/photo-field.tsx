"use client";
import { Camera, X } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { resizePhoto } from "./resize-photo";

type PhotoFieldProps = { photo: Blob | null; onChange: (photo: Blob | null) => void };

/** A picture of the work, made smaller here before it goes anywhere. */
export function PhotoField({ photo, onChange }: PhotoFieldProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [shown, setShown] = useState("");

  useEffect(() => {
    if (!photo) return setShown("");
    const address = URL.createObjectURL(photo);
    setShown(address);
    return () => URL.revokeObjectURL(address);
  }, [photo]);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setProblem("");
    try {
      onChange(await resizePhoto(file));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "This picture could not be read");
    }
    setBusy(false);
  };

  return (
    <div>
      <input
        id={id}
        type="file"
        accept="image/*"
        className="peer sr-only"
        aria-describedby={`${id}-hint`}
        onChange={(event) =>
          void take(event.target.files?.[0]).then(() => {
            event.target.value = "";
          })
        }
      />
      {photo && shown ? (
        <div className="flex items-start gap-3">
          {/* biome-ignore lint/performance/noImgElement: a picture that is still on the device */}
          <img src={shown} alt="What you added" className="max-h-32 max-w-40 border border-rule object-contain" />
          <Button look="plain" onClick={() => onChange(null)}>
            <X aria-hidden="true" size={16} /> Remove the photo
          </Button>
        </div>
      ) : (
        <label
          htmlFor={id}
          className={buttonClass(
            "secondary",
            "peer-focus-visible:outline-2 peer-focus-visible:outline-line cursor-pointer",
          )}
        >
          <Camera aria-hidden="true" size={16} /> {busy ? "Making it smaller" : "Add a photo"}
        </label>
      )}
      <p id={`${id}-hint`} className="mt-1 text-caption text-ink-3">
        Of the work, not of people. Place and time are taken out of it.
      </p>
      <p role="alert" className="text-table font-medium text-worse">
        {problem}
      </p>
    </div>
  );
}
