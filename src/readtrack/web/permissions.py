"""What Datasette's own permissions say, asked as 0.65 and 1.0 want to be asked."""

from __future__ import annotations

from typing import Any


async def may_read(datasette: Any, actor: Any, database: str, table: str) -> bool:
    """Whether this actor may view the table."""
    if hasattr(datasette, "allowed"):
        return await _allowed(datasette, actor, "view-table", database, table)
    around = [("view-table", (database, table)), ("view-database", database), "view-instance"]
    return bool((await datasette.check_visibility(actor, permissions=around))[0])


async def may_change(datasette: Any, actor: Any, action: str, database: str, table: str) -> bool:
    """Whether this actor may do ``action`` (``insert-row``, ...) to the table."""
    if hasattr(datasette, "allowed"):
        return await _allowed(datasette, actor, action, database, table)
    # 0.65 asks only plugins about these, and has a root that may do everything.
    default = (actor or {}).get("id") == "root"
    return bool(await datasette.permission_allowed(actor, action, resource=(database, table), default=default))


async def ensure_search(datasette: Any, actor: Any, database: str) -> None:
    """What Datasette 1.0 asks before it searches; 0.65 asks nothing.

    Raises:
        datasette.Forbidden: this actor may not.
    """
    if hasattr(datasette, "allowed"):
        from datasette.resources import TableResource

        which = TableResource(database=database, table="papers_fts")
        await datasette.ensure_permission(action="view-table", resource=which, actor=actor)


async def _allowed(datasette: Any, actor: Any, action: str, database: str, table: str) -> bool:
    from datasette.resources import TableResource

    return bool(await datasette.allowed(action=action, resource=TableResource(database, table), actor=actor))
