import { Component, type ReactNode } from "react";

type Props = { children: ReactNode; instead: ReactNode };

/** What goes wrong in a part of the screen stays in it, e.g. a piece of the app that this phone does not have without network. */
export class PartBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
