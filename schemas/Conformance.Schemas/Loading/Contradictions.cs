namespace Conformance.Schemas.Loading;

/// <summary>Refuses constraints on one value that no value could satisfy together.</summary>
internal static class Contradictions
{
    public static void Refuse(JsonLocation at, ImmutableArray<Constraint> constraints)
    {
        foreach (var keyword in ConstraintKeywords.All)
            keyword.RefuseContradictions(at, constraints);
    }

    /// <summary>Refuses a lower limit above the upper one.</summary>
    public static void RefuseOrder(JsonLocation at, string lowName, decimal low, string highName, decimal high)
    {
        if (low > high)
            throw at.Child(highName)
                .Refuse($"{highName} of {lowName} {low} or more", $"{high}", "correct one of the two");
    }

    /// <summary>Refuses a limit below 0.</summary>
    public static void RefuseNegative(JsonLocation at, string name, int limit)
    {
        if (limit < 0)
            throw at.Child(name).Refuse("0 or more", $"{limit}", "correct the limit");
    }
}
