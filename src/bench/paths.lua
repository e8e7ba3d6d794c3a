-- Asks for the paths in a file in turn, and counts what failed among the slowest.
local requests, next_one = {}, 0

function init(arguments)
	for path in io.lines(arguments[1]) do
		requests[#requests + 1] = wrk.format("GET", path, { ["Accept-Encoding"] = "gzip" })
	end
end

function request()
	next_one = next_one % #requests + 1
	return requests[next_one]
end

-- wrk's percentiles are of answers alone: with failures, that of all requests lies further up.
local function percentile(latency, answered, failed, percent)
	local rank = percent * (answered + failed) / answered
	return rank > 100 and "failed" or string.format("%.2f", latency:percentile(rank) / 1000)
end

function done(summary, latency)
	local lost = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
	local failed = lost + summary.errors.status
	local good = math.max(summary.requests - summary.errors.status, 1)
	print(string.format("RESULT %.0f %s %s %s %d %.0f", good / (summary.duration / 1e6),
		percentile(latency, good, failed, 50), percentile(latency, good, failed, 95),
		percentile(latency, good, failed, 99), failed, summary.bytes / math.max(summary.requests, 1)))
end
