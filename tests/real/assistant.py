"""An assistant's side of a session, as the protocol's own client plays it: prints what it was told, a line each."""

import asyncio
import os

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main():
    server = StdioServerParameters(command=os.environ["PINGLESS"], args=["mcp"])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        begun = await session.initialize()
        print(begun.server_info.name, begun.capabilities.tools is not None)
        print(*(tool.name for tool in (await session.list_tools()).tools))
        told = await session.call_tool("check_text", {"text": "Li ships it by EOD Friday.\n"})
        print(told.is_error, [it["rule"] for it in told.structured_content["diagnostics"]])
        told = await session.call_tool("outline", {"kind": "adr", "title": "Use a queue"})
        print(told.content[0].text.splitlines()[0])
        told = await session.call_tool("explain_rule", {"rule": "no-such-rule"})
        print(told.is_error)


asyncio.run(main())
