namespace Conformance.Schemas;

/// <summary>An API with a target's conventions in place of the defaults.</summary>
internal static class ConventionApplication
{
    public static Api Of(Api api, IReadOnlyDictionary<string, string> conventions)
    {
        foreach (var (name, value) in conventions)
            if (api.ProblemWith(name, value) is { } problem)
                throw new ArgumentException(problem, nameof(conventions));
        return api with
        {
            Operations = [.. api.Operations.Select(o => Applied(o, conventions))],
            Conventions =
            [
                .. api.Conventions.Select(c => conventions.TryGetValue(c.Name, out var v) ? c with { Value = v } : c),
            ],
        };
    }

    private static Operation Applied(Operation operation, IReadOnlyDictionary<string, string> values) =>
        operation with
        {
            Path = Chosen(operation.PathConvention, values) ?? operation.Path,
            Parameters = Applied(operation.Parameters, values),
            Body = Applied(operation.Body, values),
            Success = Applied(operation.Success, values),
        };

    private static SuccessResponse Applied(SuccessResponse success, IReadOnlyDictionary<string, string> values)
    {
        var named = success with { Members = Applied(success.Members, values) };
        if (Chosen(success.StatusConvention, values) is not { } value)
            return named;
        var status = ConventionChecks.Status(value);
        return named with { Status = status ?? 200, IsAnySuccess = status is null };
    }

    private static ImmutableArray<Member> Applied(
        ImmutableArray<Member> members,
        IReadOnlyDictionary<string, string> values
    ) =>
        [
            .. members.Select(m =>
                m with
                {
                    WireName = Chosen(m.Convention, values) ?? m.WireName,
                    Members = Applied(m.Members, values),
                }
            ),
        ];

    private static string? Chosen(string? convention, IReadOnlyDictionary<string, string> values) =>
        convention is not null && values.TryGetValue(convention, out var value) ? value : null;
}
