using System.Text.Json;
using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Constraints;

/// <summary>A keyword that stands in a schema beside the type and says something only of some kinds of value.</summary>
/// <param name="name">The constraint's keyword, under which it is cited.</param>
/// <param name="json">What a schema gives as its value.</param>
/// <param name="kinds">The kinds of value that it limits.</param>
internal abstract class LimitKeyword(string name, JsonValueKind json, params ImmutableArray<JsonKind> kinds)
    : ConstraintKeyword(name)
{
    /// <summary>As a schema spells it: with <c>x-</c> where JSON Schema has no such keyword.</summary>
    public virtual string Spelling => Name;

    /// <summary>What a schema gives as its value.</summary>
    public JsonValueKind Json => json;

    /// <summary>The kinds of value that it limits.</summary>
    public ImmutableArray<JsonKind> Kinds => kinds;
}

/// <summary>The keyword of one kind of constraint.</summary>
internal abstract class LimitKeyword<T>(string name, JsonValueKind json, params ImmutableArray<JsonKind> kinds)
    : LimitKeyword(name, json, kinds)
    where T : Constraint
{
    public sealed override void RefuseContradictions(JsonLocation at, ImmutableArray<Constraint> all)
    {
        if (all.OfType<T>().FirstOrDefault() is { } own)
            RefuseContradictions(at, own, all);
    }

    /// <summary>Refuses the constraint where no value could satisfy it together with the others on the same value.</summary>
    protected virtual void RefuseContradictions(JsonLocation at, T own, ImmutableArray<Constraint> all) { }
}
