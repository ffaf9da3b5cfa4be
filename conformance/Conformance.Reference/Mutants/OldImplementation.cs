using Conformance.Reference.Wire;

namespace Conformance.Reference.Mutants;

/// <summary>An implementation as a class, until it is a row.</summary>
public abstract class OldImplementation(string api, string says)
{
    public string Name => GetType().Name;

    public string Api => api;

    public string Says => says;

    public virtual string Configuration => "";

    public virtual ReferenceOptions Apply(ReferenceOptions right) => right;

    public virtual Func<Pass, Task>? Wire() => null;
}
