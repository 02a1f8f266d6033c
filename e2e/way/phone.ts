import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type BrowserContext, chromium, type LaunchOptions, type Page } from "@playwright/test";
import { scratchFolder } from "../../src/platform/testing/scratch.ts";
import { screenOf, Walker } from "./walker.ts";

/** How the browser of the journeys is started, as `playwright.config.ts` tells. */
export type Launch = Pick<LaunchOptions, "executablePath" | "args">;

/** A phone with a browser profile of its own on disk: it can lose its network, be killed and be started again. */
export class Phone {
  /** The folder of the profile: all that stays when the browser is gone. */
  readonly profile: string;
  private readonly origin: string;
  private readonly launch: Launch;
  private context: BrowserContext;
  private walker: Walker;
  private isCut = false;

  private constructor(profile: string, origin: string, launch: Launch, context: BrowserContext, walker: Walker) {
    this.profile = profile;
    this.origin = origin;
    this.launch = launch;
    this.context = context;
    this.walker = walker;
  }

  static async start(origin: string, launch: Launch): Promise<Phone> {
    const profile = scratchFolder("phone");
    const context = await open(profile, origin, launch);
    return new Phone(profile, origin, launch, context, await Walker.on(await firstPage(context), "thumb", origin));
  }

  /** Who holds the phone. After a start again it is another one. */
  get it(): Walker {
    return this.walker;
  }

  get page(): Page {
    return this.walker.page;
  }

  /** Takes the network away from every page and worker of the browser. */
  async cut(): Promise<void> {
    this.isCut = true;
    await this.context.setOffline(true);
  }

  async join(): Promise<void> {
    this.isCut = false;
    await this.context.setOffline(false);
  }

  /** Kills the browser as a dead battery would and starts it again on what is left; a cut network stays cut. */
  async killAndStart(): Promise<void> {
    const gone = new Promise((done) => this.context.once("close", done));
    for (const pid of mainProcesses(this.profile)) process.kill(pid, "SIGKILL");
    await gone;
    await this.startAgain();
  }

  /** Closes the browser in peace and starts it again. */
  async restart(): Promise<void> {
    await this.context.close();
    await this.startAgain();
  }

  private async startAgain(): Promise<void> {
    this.context = await open(this.profile, this.origin, this.launch);
    if (this.isCut) await this.context.setOffline(true);
    this.walker = await Walker.on(await firstPage(this.context), "thumb", this.origin);
  }

  /** Ends the browser and leaves the profile, to be looked at. */
  close(): Promise<void> {
    return this.context.close();
  }

  /** Ends a way that was without network or session for a while on purpose, and the browser. */
  async endWay(): Promise<void> {
    this.walker.forgive(/ERR_INTERNET_DISCONNECTED|401/);
    await this.walker.end();
    await this.end();
  }

  async end(): Promise<void> {
    await this.context.close().catch(() => undefined);
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function open(profile: string, origin: string, launch: Launch): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { ...screenOf("thumb", origin), ...launch });
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage();
}

/** The browser's own process of a profile; those of its pages and workers end with it. */
function mainProcesses(profile: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0)
    .filter((pid) => {
      const words = wordsOf(pid);
      return words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith("--type="));
    });
}

function wordsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return []; // it ended meanwhile
  }
}
