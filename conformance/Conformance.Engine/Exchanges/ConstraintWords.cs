using System.Globalization;
using Conformance.Schemas;

namespace Conformance.Engine.Exchanges;

/// <summary>A constraint on a response as the target's duty, in words that follow the member's name.</summary>
public static class ConstraintWords
{
    /// <summary>Such as <c>matches [0-9a-f]{8}</c> or <c>is there</c>.</summary>
    public static string Of(Constraint constraint) =>
        constraint switch
        {
            Required => "is there",
            Optional => "may be left out",
            TypeIs type => $"is {Article(type.Kind)}",
            MinLength min => $"has at least {min.Limit} characters",
            MaxLength max => $"has at most {max.Limit} characters",
            Pattern pattern => $"matches {pattern.Text}",
            NotBlank => "is not blank",
            OneOf choice => $"is one of {string.Join(", ", choice.Values)}",
            MinItems min => $"has at least {min.Limit} items",
            MaxItems max => $"has at most {max.Limit} items",
            Minimum min => $"is at least {min.Limit.ToString(CultureInfo.InvariantCulture)}",
            Maximum max => $"is at most {max.Limit.ToString(CultureInfo.InvariantCulture)}",
            _ => $"satisfies {constraint.Keyword}",
        };

    private static string Article(JsonKind kind) =>
        kind switch
        {
            JsonKind.Array or JsonKind.Integer or JsonKind.Object => $"an {Name(kind)}",
            _ => $"a {Name(kind)}",
        };

    private static string Name(JsonKind kind) =>
        kind switch
        {
            JsonKind.Array => "array",
            JsonKind.Integer => "integer",
            JsonKind.Object => "object",
            JsonKind.Number => "number",
            JsonKind.Boolean => "boolean",
            _ => "string",
        };
}
