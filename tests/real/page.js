// Opens a page as a person does, with scripts off, and says what went wrong: BROWSER PUPPETEER AXE PAGE OPEN SYSTEMS.
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [browserPath, puppeteerPath, axePath, file, open, systems] = process.argv.slice(2);
const puppeteer = require(puppeteerPath);
const url = pathToFileURL(file).href;
// Only what hangs is to fail: beside the other clients on two cores, a browser took more than half a minute to start.
const PATIENCE = 240_000;
const LOOKS = [
  { name: "wide", width: 1200, scheme: "light" },
  { name: "narrow", width: 360, scheme: "light" },
  { name: "dark", width: 1200, scheme: "dark" },
  { name: "narrow-dark", width: 360, scheme: "dark" },
];

async function opened(browser, look) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const requests = [];
  const refused = [];
  page.on("request", (it) => requests.push(it.url()));
  page.on("console", (it) => refused.push(it.text()));
  page.on("dialog", (it) => { refused.push(`a dialog: ${it.message()}`); it.dismiss(); });
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: look.width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
  await page.goto(url, { waitUntil: "networkidle0" });
  return { page, requests, refused };
}

async function counts(page) {
  return page.evaluate(() => ({
    open: document.querySelectorAll(".gaps ul li").length,
    systems: document.querySelectorAll(".bars tbody tr").length,
    foreign: document.querySelectorAll("script, img, iframe, link, object, embed, form, base").length,
    styles: document.styleSheets.length,
    title: document.title,
    headings: document.querySelectorAll("h1").length,
    background: getComputedStyle(document.documentElement).backgroundColor,
    known: document.querySelector(".bar .known").getBoundingClientRect().width,
    rest: document.querySelector(".bar .rest").getBoundingClientRect().width,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    names: [...document.querySelectorAll(".bars tbody bdi")].map((it) => it.textContent),
  }));
}

async function looked(browser, look) {
  const { page, requests, refused } = await opened(browser, look);
  const found = await counts(page);
  assert.deepEqual(requests, [url], "it asks for nothing but itself");
  assert.deepEqual(refused, [], "nothing was tried that had to be refused");
  assert.equal(found.open, Number(open), "the questions that are open");
  assert.equal(found.systems, Number(systems), "the systems");
  assert.equal(found.foreign, 0, "elements that no page of ours has");
  assert.equal(found.styles, 1, "its style is allowed by its policy");
  assert.equal(found.headings, 1);
  assert.equal(found.title, "Litmus test of shop</title>");
  assert.ok(found.wide <= 0, `${look.name}: it is ${found.wide} px wider than the screen`);
  assert.ok(found.known > 0 && found.known < found.rest, "the bar is drawn");
  assert.ok(found.names.some((it) => it.includes("<script>")), "a hostile name is shown as it is");
  assert.equal(found.background, look.scheme === "dark" ? "rgb(23, 24, 22)" : "rgb(251, 250, 247)");
  await page.screenshot({ path: file.replace(/\.html$/, `-${look.name}.png`), fullPage: true });
  await page.close();
  return found;
}

// Parts that are folded open to the keyboard alone, and to links: no script is needed for either.
async function unfolds(browser) {
  const { page } = await opened(browser, LOOKS[0]);
  const isOpen = () => page.evaluate(() => document.querySelector("#system-0").open);
  assert.equal(await isOpen(), false);
  await page.focus("#system-0 > summary");
  await page.keyboard.press("Enter");
  assert.equal(await isOpen(), true);
  await page.close();
}

async function heard(browser, look) {
  const { page } = await opened(browser, look);
  // The policy holds for the page; the checker comes from outside of it.
  await page.setBypassCSP(true);
  await page.setJavaScriptEnabled(true);
  await page.reload();
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
  await page.evaluate(fs.readFileSync(axePath, "utf8"));
  const { violations, passes } = await page.evaluate(() => axe.run());
  const said = violations.map((it) => `${it.impact} ${it.id}: ${it.help}\n  ${it.nodes.slice(0, 3).map((node) => node.html).join("\n  ")}`);
  assert.equal(violations.length, 0, `${look.name}:\n${said.join("\n")}`);
  await page.close();
  return passes.length;
}

async function printed(browser) {
  const { page } = await opened(browser, LOOKS[0]);
  await page.pdf({ path: file.replace(/\.html$/, ".pdf"), format: "A4", printBackground: false });
  await page.close();
}

(async () => {
  const args = ["--no-sandbox", "--disable-gpu"];
  const patience = { timeout: PATIENCE, protocolTimeout: PATIENCE };
  const browser = await puppeteer.launch({ executablePath: browserPath, args, ...patience });
  try {
    for (const look of LOOKS) await looked(browser, look);
    await unfolds(browser);
    const passes = [];
    for (const look of LOOKS) passes.push(await heard(browser, look));
    await printed(browser);
    console.log(`chromium on the page of litmus: ${open} open questions, ${systems} systems, no request; axe: ${passes[0]} rules, no violation`);
  } finally {
    await browser.close();
  }
})().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
