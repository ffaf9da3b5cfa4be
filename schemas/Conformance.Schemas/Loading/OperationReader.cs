using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Loading;

/// <summary>Reads one operation.</summary>
internal static partial class OperationReader
{
    public static Operation Read(string api, string method, string path, JsonLocation at, LoadContext context)
    {
        at.OnlyKnows(
            "operationId",
            "summary",
            "description",
            "tags",
            "x-role",
            "x-citation",
            "x-path-convention",
            "parameters",
            "requestBody",
            "responses"
        );
        var role = at.Child("x-role")
            .Word(("documented", OperationRole.Documented), ("supporting", OperationRole.Supporting));
        if (role == OperationRole.Documented && method == "DELETE")
            throw at.Child("x-role")
                .Refuse(
                    "\"supporting\" on a DELETE",
                    "\"documented\"",
                    "every valid request would delete what others are about; test deletions by not-found/after-deletion"
                );
        var source = context.Citations.Read(at.Child("x-citation"));
        var (body, isObject, oneOf) = Body(at, context);
        var (success, errors) = ResponseReader.Read(at.Child("responses"), context);
        var id = at.Child("operationId").Text();
        var parameters = Parameters(at, path, context);
        if (role == OperationRole.Documented && parameters.FirstOrDefault(p => p.Place == Place.Header) is { } header)
            throw at.Child("parameters")
                .Refuse(
                    "members of the path and the query",
                    $"the header {header.Name}",
                    "leave it out: headers of requests are not tested, and those for credentials stand in the configuration"
                );
        return new(api, id, method, path, role, source, parameters, body, success, errors)
        {
            BodyIs = isObject,
            ExactlyOneOf = oneOf,
            BodyRequiredSource = BodyFact(at, "required", context),
            BodyContentTypeSource = BodyFact(at, "contentType", context),
            PathConvention = NeedsReader.Deciding(at, "x-path-convention", path, context),
        };
    }

    private static (ImmutableArray<Member> Members, TypeIs? BodyIs, ImmutableArray<string> ExactlyOneOf) Body(
        JsonLocation at,
        LoadContext context
    )
    {
        if (at.Find("requestBody")?.Resolved() is not { } request)
            return ([], null, []);
        request.OnlyKnows("description", "required", "content", "x-citations");
        var (contentType, media) = ResponseReader.OneContent(request);
        if (contentType != "application/json")
            throw media.Refuse("application/json", contentType, "only JSON bodies are understood");
        var schema = media.Child("schema");
        var (members, isObject) = MemberReader.Body(schema, isRequest: true, context);
        return (members, isObject, Alternatives.Read(schema.Resolved()));
    }

    /// <summary>Where a fact about the body is stated: that there is one, or its media type.</summary>
    private static Citation? BodyFact(JsonLocation at, string fact, LoadContext context)
    {
        if (at.Find("requestBody")?.Resolved() is not { } request)
            return null;
        string[] facts =
            request.Find("required")?.Value.ValueKind == JsonValueKind.True
                ? ["required", "contentType"]
                : ["contentType"];
        return facts.Contains(fact) ? Citations.Of(request, context, facts).Source(fact) : null;
    }

    private static ImmutableArray<Member> Parameters(JsonLocation at, string path, LoadContext context)
    {
        var all = ImmutableArray.CreateBuilder<Member>();
        foreach (var item in at.Find("parameters")?.Items() ?? [])
        {
            var member = Parameter(item.Resolved(), context);
            if (all.Any(m => m.Name == member.Name && m.Place == member.Place))
                throw item.Refuse("each parameter once", $"\"{member.Name}\" again", "remove one of the two");
            all.Add(member);
        }
        RefuseOtherThan(at, InBraces().Matches(path).Select(m => m.Groups[1].Value), all);
        return all.ToImmutable();
    }

    private static Member Parameter(JsonLocation at, LoadContext context)
    {
        at.OnlyKnows("name", "in", "description", "required", "schema");
        var name = at.Child("name").Text();
        var place = at.Child("in").Word(("path", Place.Path), ("query", Place.Query), ("header", Place.Header));
        var isRequired = at.Find("required")?.Value.ValueKind == JsonValueKind.True;
        if (place == Place.Path && !isRequired)
            throw at.Refuse("\"required\": true on a member of the path", "none", "add it");
        var presence = isRequired ? Presence.Required : Presence.Optional;
        var member = MemberReader.Single(at.Child("schema"), new(name, name, place, presence, true), context);
        return member.Kind is JsonKind.Array or JsonKind.Object or JsonKind.Any
            ? throw at.Child("schema")
                .Refuse(
                    "a string, a number or a boolean outside of the body",
                    $"{member.Kind}",
                    "only such can be sent there"
                )
            : member;
    }

    private static void RefuseOtherThan(JsonLocation at, IEnumerable<string> inPath, IEnumerable<Member> parameters)
    {
        var braced = inPath.ToHashSet(StringComparer.Ordinal);
        var declared = parameters.Where(p => p.Place == Place.Path).Select(p => p.Name).ToList();
        var stray = declared.Find(name => !braced.Contains(name));
        if ((stray ?? braced.FirstOrDefault(name => !declared.Contains(name))) is not { } odd)
            return;
        var parameter = at.Find("parameters")?.Items().FirstOrDefault(p => p.Resolved().Child("name").Text() == stray);
        throw (stray is null ? at : parameter!.Value.Resolved()).Refuse(
            "the path's members both in braces and among the parameters",
            $"\"{odd}\" in one of them only",
            "correct the path or the parameters"
        );
    }

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex InBraces();
}
