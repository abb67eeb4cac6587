-- An editor's side of a session: what stands under each finding, what an action makes of the buffer, and where findings
-- are after an edit above them. Each step is a line of the file that NOTES names.
local notes = assert(io.open(vim.env.NOTES, "w"))

local function say(words)
  notes:write(words .. "\n")
  notes:flush()
end

local function words_under(it)
  local line = vim.api.nvim_buf_get_lines(0, it.lnum, it.lnum + 1, true)[1]
  return line:sub(it.col + 1, it.end_col)
end

local function say_findings(step)
  local found = vim.diagnostic.get(0)
  table.sort(found, function(a, b)
    return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col
  end)
  for _, it in ipairs(found) do
    say(step .. " " .. tostring(it.code) .. " " .. it.lnum .. ": " .. words_under(it))
  end
end

local function until_there_are(count, line)
  return vim.wait(20000, function()
    local found = vim.diagnostic.get(0)
    local is_there = line == nil
    for _, it in ipairs(found) do
      is_there = is_there or it.lnum == line
    end
    return #found == count and is_there
  end, 20)
end

local client = vim.lsp.start_client({
  name = "pingless",
  cmd = { vim.env.PINGLESS, "lsp" },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)

say("there " .. tostring(until_there_are(2)))
say_findings("opened")

-- Lines above all findings, and one in the middle of a line: they move, and the words under them stay.
vim.api.nvim_buf_set_lines(0, 1, 1, true, { "", "\u{1F980} \u{E9}t\u{E9}" })
vim.api.nvim_buf_set_text(0, 4, 0, 4, 0, { "\u{1F44B}\u{1F3FD} " })
say("moved " .. tostring(until_there_are(2, 4)))
vim.wait(300)
say_findings("edited")

local function act(lnum, title)
  local range = { start = { line = lnum, character = 0 }, ["end"] = { line = lnum, character = 99 } }
  local params = { textDocument = vim.lsp.util.make_text_document_params(), range = range, context = { diagnostics = {} } }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 20000)) do
    for _, action in ipairs(answer.result or {}) do
      if action.title:find(title, 1, true) then
        if not action.edit then
          local all = vim.lsp.buf_request_sync(0, "codeAction/resolve", action, 20000)
          for _, resolved in pairs(all) do
            action = resolved.result
          end
        end
        vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
        return true
      end
    end
  end
  return false
end

say("allowed " .. tostring(act(4, "allow `ambiguous-deadline`")))
say("written " .. tostring(act(5, "write 2026-11-20")))
vim.wait(20000, function()
  local found = vim.diagnostic.get(0)
  return #found == 2 and (found[1].code == "ineffective-comment" or found[2].code == "ineffective-comment")
end, 20)
say_findings("acted")
for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
  say("| " .. line)
end
say("done")
vim.cmd("qa!")
