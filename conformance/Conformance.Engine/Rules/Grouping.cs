using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Rules;

/// <summary>The kinds of requirement that a report's matrix counts.</summary>
internal static class Grouping
{
    /// <summary>What is only recorded.</summary>
    public const string Observation = "observation";

    /// <summary>Whether it is about the plainest valid requests of its operation; there are two at most.</summary>
    public static bool IsPlainest(Requirement requirement) => requirement.Group == "request";

    /// <summary>The kind of a requirement about this constraint of a request.</summary>
    public static string Of(Constraint constraint) =>
        constraint switch
        {
            Required or Optional => "presence",
            TypeIs => "type",
            MinLength or MaxLength or NotBlank => "length",
            Pattern => "pattern",
            _ => "value",
        };

    /// <summary>The kind of a behaviour, from the first part of its id.</summary>
    public static string Of(Behaviour behaviour)
    {
        if (behaviour.Level == Level.May)
            return Observation;
        var first = behaviour.Id.Split('/')[0];
        return first is "uniqueness" or "not-found" or "refusal" or "supporting" ? "state" : first;
    }
}
