"use client";
import { Menu } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { NavLinks } from "./nav-links";
import type { Destination } from "./navigation";

export function MobileNavigation({ destinations }: { destinations: readonly Destination[] }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Where to"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="plain" aria-label="Open the navigation" className="px-2" {...opening}>
          <Menu aria-hidden="true" size={22} />
        </Button>
      )}
    >
      <nav aria-label="Main">
        <NavLinks destinations={destinations} onNavigate={() => setOpen(false)} />
      </nav>
    </Dialog>
  );
}
