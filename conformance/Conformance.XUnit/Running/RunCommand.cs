using System.Globalization;
using System.Text;
using Conformance.Engine.Testing;
using Conformance.Reports.Text;

namespace Conformance.XUnit.Running;

/// <summary>The command line that makes the same run outside the tests.</summary>
internal static class RunCommand
{
    /// <summary>Only what differs from the defaults, and always the seed.</summary>
    /// <param name="target">The target.</param>
    /// <param name="url">Its URL; null where the configuration names it.</param>
    public static string Of(ConformanceTarget target, Uri? url)
    {
        var text = new StringBuilder("./run-conformance.sh");
        if (url is not null)
            text.Append(" --target ").Append(ShellWord.Of(url.ToString()));
        if (target.ConfigurationFile is { } file)
            text.Append(" --config ").Append(ShellWord.Of(BesideTheTests.Path(file)));
        if (target.Profile != Profile.Standard)
            text.Append(" --profile ").Append(target.Profile.Name);
        if (target.IsStrict)
            text.Append(" --strict");
        return text.Append(CultureInfo.InvariantCulture, $" --seed {target.Seed}").ToString();
    }
}
