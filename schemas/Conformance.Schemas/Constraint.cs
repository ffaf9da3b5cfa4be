namespace Conformance.Schemas;

/// <summary>One fact about a member that a value either satisfies or breaks.</summary>
/// <param name="Level">How much it binds.</param>
/// <param name="Source">Where it is stated.</param>
public abstract record Constraint(Level Level, Citation Source)
{
    /// <summary>The schema's keyword, which is also the constraint's part of a requirement's id.</summary>
    public abstract string Keyword { get; }

    /// <summary>Ids of the interpretations in dispute that touch this constraint, such as <c>R1</c>.</summary>
    public ImmutableArray<string> Interpretations { get; init; } = [];
}

/// <summary>The member has to be there and, in a body, must not be null.</summary>
public sealed record Required(Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "required";
}

/// <summary>The member may be left out.</summary>
public sealed record Optional(Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "optional";
}

/// <summary>The member's value is of this kind of JSON.</summary>
public sealed record TypeIs(JsonKind Kind, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "type";
}

/// <summary>Shortest legal length of a string, in code points.</summary>
public sealed record MinLength(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "minLength";
}

/// <summary>Longest legal length of a string, in code points.</summary>
public sealed record MaxLength(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "maxLength";
}

/// <summary>The whole string belongs to the language of this regular expression (interpretation R1).</summary>
public sealed record Pattern(string Text, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "pattern";

    /// <summary>A narrower language that a careful reader may hold the string to; null where there is none.</summary>
    public NarrowerPattern? Narrower { get; init; }
}

/// <summary>
/// What else a string has to match by one interpretation: values outside are legal by the pattern, and nobody is blamed for
/// refusing them.
/// </summary>
/// <param name="Text">The regular expression, for the whole string.</param>
/// <param name="Interpretation">Id of the interpretation.</param>
public sealed record NarrowerPattern(string Text, string Interpretation);

/// <summary>The string holds at least one character that is not white space.</summary>
public sealed record NotBlank(Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "notBlank";
}

/// <summary>The string is one of these.</summary>
public sealed record OneOf(ImmutableArray<string> Values, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "enum";
}

/// <summary>Fewest items of an array.</summary>
public sealed record MinItems(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "minItems";
}

/// <summary>Most items of an array.</summary>
public sealed record MaxItems(int Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "maxItems";
}

/// <summary>Smallest legal number.</summary>
public sealed record Minimum(decimal Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "minimum";
}

/// <summary>Largest legal number.</summary>
public sealed record Maximum(decimal Limit, Level Level, Citation Source) : Constraint(Level, Source)
{
    public override string Keyword => "maximum";
}
