import { Page } from "../../../platform/ui/Page.tsx";

export function KitScreen() {
  return (
    <Page title="Wzornik">
      <p>…</p>
    </Page>
  );
}
