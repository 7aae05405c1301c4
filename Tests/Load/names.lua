-- Requests of wrk: TARGET with names of the file NAMES, one a line, one after the other.
local names, place = {}, 0

local function encoded(text)
  return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

function init()
  for line in io.lines(os.getenv("NAMES")) do names[#names + 1] = encoded(line) end
end

function request()
  place = place % #names + 1
  return wrk.format("GET", os.getenv("TARGET") .. names[place])
end

-- Requests a second, p50 and p99 in milliseconds, requests, answers that are errors, requests without an answer.
function done(summary, latency)
  local failures = summary.errors
  io.write(string.format("%f %f %f %d %d %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests,
    failures.status, failures.connect + failures.read + failures.write + failures.timeout))
end
