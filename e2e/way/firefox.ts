import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { expect } from "@playwright/test";
import { z } from "zod";
import { scratchFolder } from "../../src/platform/testing/scratch.ts";

export const firefoxPath = "/usr/bin/firefox-esr";

const Message = z.object({
  id: z.number().nullish(),
  type: z.string(),
  result: z.unknown(),
  error: z.string().optional(),
  message: z.string().optional(),
});
const Tree = z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) });
const Nodes = z.object({ nodes: z.array(z.object({ sharedId: z.string() })) });
const Evaluated = z.object({ result: z.object({ value: z.string().default("") }) });

/**
 * Debian's Firefox by its own WebDriver BiDi: the journeys' tool speaks only to a Firefox of its own making. Knows what one smoke
 * journey needs: to find by role and name, press, type, lose the network.
 */
export class Firefox {
  private calls = 0;
  private context = "";
  private readonly open = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  private readonly process: ChildProcess;
  private readonly socket: WebSocket;
  private readonly profile: string;

  private constructor(process: ChildProcess, socket: WebSocket, profile: string) {
    this.process = process;
    this.socket = socket;
    this.profile = profile;
    socket.onmessage = ({ data }) => {
      const { id, result, type, error, message } = Message.parse(JSON.parse(String(data)));
      const call = id == null ? undefined : this.open.get(id);
      if (type === "error") call?.fail(new Error(`${error}: ${message}`));
      else call?.done(result);
    };
  }

  static async start(): Promise<Firefox> {
    const profile = scratchFolder("firefox");
    const flags = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
    const env = { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" };
    const firefox = spawn(firefoxPath, flags, { stdio: ["ignore", "ignore", "pipe"], env });
    const stop = () => firefox.kill("SIGKILL");
    process.once("exit", stop);
    firefox.once("exit", () => process.off("exit", stop));
    const socket = new WebSocket(`${await listening(firefox)}/session`);
    await new Promise((done, fail) => {
      socket.onopen = done;
      socket.onerror = fail;
    });
    const it = new Firefox(firefox, socket, profile);
    await it.send("session.new", { capabilities: {} });
    it.context = Tree.parse(await it.send("browsingContext.getTree")).contexts[0]?.context ?? "";
    return it;
  }

  goto(url: string): Promise<unknown> {
    return this.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  /** The whole browser, its workers too. */
  async network(isOn: boolean): Promise<void> {
    const networkConditions = isOn ? null : { type: "offline" };
    await this.send("emulation.setNetworkConditions", { networkConditions, userContexts: ["default"] });
  }

  async press(role: string, name: string): Promise<void> {
    const element = await this.find({ type: "accessibility", value: { role, name } });
    const at = { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element } };
    const actions = [at, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    const pointer = { type: "pointer", id: "mouse", actions };
    await this.send("input.performActions", { context: this.context, actions: [pointer] });
  }

  /** Types into the field with this label, after what is there. */
  async type(label: string, text: string): Promise<void> {
    const value = `//*[@id = //label[starts-with(normalize-space(.), "${label}")]/@for]`;
    await this.call("(field) => field.focus()", await this.find({ type: "xpath", value }));
    const actions = [...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
    await this.send("input.performActions", { context: this.context, actions: [{ type: "key", id: "keys", actions }] });
  }

  /** Waits until the page says it. */
  async says(words: string | RegExp, timeout = 20_000): Promise<void> {
    const text = () => this.read("document.body.innerText");
    await expect.poll(text, { timeout }).toMatch(typeof words === "string" ? new RegExp(RegExp.escape(words)) : words);
  }

  /** What an expression of the page gives, as text. */
  async read(expression: string): Promise<string> {
    const target = { context: this.context };
    const answer = await this.send("script.evaluate", { expression, target, awaitPromise: true });
    return Evaluated.parse(answer).result.value;
  }

  async end(): Promise<void> {
    const gone = new Promise((done) => this.process.once("exit", done));
    // it may refuse to close, as after a page that never came
    const late = setTimeout(() => this.process.kill("SIGKILL"), 5_000);
    await this.send("browser.close").catch(() => this.process.kill());
    await gone;
    clearTimeout(late);
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** Waits for the one element and brings it into view. */
  private async find(locator: { type: string; value: unknown }): Promise<{ sharedId: string }> {
    let found: { sharedId: string } | undefined;
    await expect
      .poll(
        async () => {
          const answer = await this.send("browsingContext.locateNodes", { context: this.context, locator });
          found = Nodes.parse(answer).nodes.at(-1);
          return found !== undefined;
        },
        { message: JSON.stringify(locator), timeout: 45_000 },
      )
      .toBe(true);
    if (!found) throw new Error(JSON.stringify(locator));
    await this.call("(element) => element.scrollIntoView({ block: 'center' })", found);
    return found;
  }

  private call(functionDeclaration: string, element: { sharedId: string }): Promise<unknown> {
    const target = { context: this.context };
    return this.send("script.callFunction", { functionDeclaration, arguments: [element], target, awaitPromise: true });
  }

  private send(method: string, params: object = {}): Promise<unknown> {
    this.calls += 1;
    const id = this.calls;
    return new Promise((done, fail) => {
      this.open.set(id, { done, fail });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

function listening(firefox: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    firefox.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) done(address);
    });
    firefox.once("exit", () => fail(new Error(`Firefox ended: ${said}`)));
  });
}
